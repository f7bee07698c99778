import { View } from "@tarojs/components";
import { Field } from "../../../ui/field";
import { readPoint } from "./read-point";

interface PointFieldProps {
  value: string;
  onChange: (value: string) => void;
}

/** Where something is, copied from a map site; says so when it cannot be read. */
export function PointField({ value, onChange }: PointFieldProps) {
  return (
    <>
      <Field
        label="坐标：高德、腾讯地图上的经度，纬度，如 106.289,38.474"
        type="text"
        value={value}
        maxLength={40}
        onChange={onChange}
      />
      {value.trim() !== "" && readPoint(value) === null ? (
        <View className="task-failure">要写成 经度，纬度 两个数，经度在前</View>
      ) : null}
    </>
  );
}
