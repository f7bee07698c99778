import { useQueries } from "@tanstack/react-query";
import { Select } from "antd";
import { useId } from "react";
import { callApi } from "../http/api";
import { useSignIn } from "../http/sign-in";
import { districtsOf } from "./cell-edits";
import type { Draft } from "./draft";
import { useDeskRows } from "./use-desk-rows";

interface DistrictFieldProps {
  value: Draft["district"];
  problem: string | undefined;
  onChange: (district: NonNullable<Draft["district"]>) => void;
}

/** The districts that the table has, and all official ones of a reach that is not the whole country. */
export function DistrictField({ value, problem, onChange }: DistrictFieldProps) {
  const id = useId();
  const { rows } = useDeskRows();
  const reach = (useSignIn()?.user.reach ?? []).filter((area) => area !== "");
  const official = useQueries({
    queries: reach.map((within) => ({
      queryKey: ["districts", within],
      staleTime: Number.POSITIVE_INFINITY,
      queryFn: async () => (await callApi("GET /districts/official", { within })).districts,
    })),
  });
  const known = new Map<string, NonNullable<Draft["district"]>>(districtsOf(rows));
  for (const { data } of official)
    for (const district of data ?? []) known.set(district.text, known.get(district.text) ?? district);
  return (
    <div className="field">
      <label htmlFor={id}>区</label>
      <Select
        id={id}
        showSearch
        value={value?.text}
        status={problem === undefined ? "" : "error"}
        style={{ width: "100%" }}
        onChange={(text: string) => {
          const district = known.get(text);
          if (district) onChange(district);
        }}
        options={[...known.keys()].map((text) => ({ value: text, label: text }))}
      />
      {problem === undefined ? null : <p className="wrong">{problem}</p>}
    </div>
  );
}
