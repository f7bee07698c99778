import { View } from "@tarojs/components";
import { categorySaid, WISH_CATEGORY_KEYS, type WishCategory } from "../../../../../shared/wishes/wish-category";
import { accessible } from "../../../ui/accessible";
import { Pressable } from "../../../ui/pressable";
import "./category-tiles.scss";

interface CategoryTilesProps {
  chosen: WishCategory | null;
  onChoose: (category: WishCategory) => void;
}

/** What people wish for, by picture and word. */
export function CategoryTiles({ chosen, onChoose }: CategoryTilesProps) {
  return (
    <View className="wish-tiles" {...accessible({ role: "group", label: "想要哪一类" })}>
      {WISH_CATEGORY_KEYS.map((key) => (
        <Pressable
          key={key}
          className={`wish-tile ${key === chosen ? "wish-tile-on" : ""}`}
          label={categorySaid(key)}
          pressed={key === chosen}
          onPress={() => onChoose(key)}
        >
          <View className={`wish-picture wish-picture-${key}`} {...accessible({ hidden: true })} />
          <View>
            {key === chosen ? "✓ " : ""}
            {categorySaid(key)}
          </View>
        </Pressable>
      ))}
    </View>
  );
}
