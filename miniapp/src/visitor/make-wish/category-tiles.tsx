import { View } from "@tarojs/components";
import { WISH_CATEGORIES, type WishCategory } from "../../../../shared/wishes/category";
import { accessible } from "../../accessibility/accessible";
import { Pressable } from "../../components/pressable";
import "./category-tiles.scss";

interface CategoryTilesProps {
  chosen: WishCategory | null;
  onChoose: (category: WishCategory) => void;
}

/** What people wish for, by picture and word. */
export function CategoryTiles({ chosen, onChoose }: CategoryTilesProps) {
  return (
    <View className="wish-tiles" {...accessible({ role: "group", label: "想要哪一类" })}>
      {WISH_CATEGORIES.map(({ key, label }) => (
        <Pressable
          key={key}
          className={`wish-tile ${key === chosen ? "wish-tile-on" : ""}`}
          label={label}
          pressed={key === chosen}
          onPress={() => onChoose(key)}
        >
          <View className={`wish-picture wish-picture-${key}`} {...accessible({ hidden: true })} />
          <View>
            {key === chosen ? "✓ " : ""}
            {label}
          </View>
        </Pressable>
      ))}
    </View>
  );
}
