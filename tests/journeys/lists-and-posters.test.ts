import { expect, it } from "vitest";
import { givenXlsx } from "../support/given-xlsx.js";
import { tokenOf } from "./support/ask.js";
import { origin } from "./support/origin.js";

const HEADINGS = ["名称", "地址", "区县", "经度", "纬度", "开放时间", "设施"];
const STATION = [
  "表格里来的驿站",
  "宁夏石嘴山市大武口区朝阳街 808 号",
  "大武口区",
  "106.376",
  "39.02",
  "08:00-20:00",
  "饮水",
];

/** A list as a spreadsheet saves it. */
function spreadsheet(...rows: string[][]): Uint8Array<ArrayBuffer> {
  const cells = (row: string[]) => row.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join("");
  const xml = rows.map((row, at) => `<row r="${at + 1}">${cells(row)}</row>`).join("");
  return givenXlsx({ sheets: [{ xml: `<sheetData>${xml}</sheetData>` }] });
}

// What the threads run is a file of its own in the compiled server.
it("the compiled server reads a spreadsheet in a thread", async () => {
  const answer = await fetch(`${origin()}/api/stations/import?dryRun=true`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${await tokenOf({ as: "officer" })}`,
      "content-type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    },
    body: spreadsheet(HEADINGS, STATION),
  });
  expect(answer.status, await answer.clone().text()).toBe(200);
  expect(await answer.json()).toMatchObject({ created: 1, readings: [{ text: "08:00-20:00", certain: true }] });
});

it("the compiled server draws a poster in a thread", async () => {
  const answer = await fetch(`${origin()}/api/stations/st_community/poster.png`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-type")).toBe("image/png");
  expect(new Uint8Array(await answer.arrayBuffer()).slice(1, 4)).toEqual(new TextEncoder().encode("PNG"));
});
