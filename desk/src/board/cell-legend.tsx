/** The pattern of cells of which nobody knows. */
const HATCH = "board-hatch";

const KINDS = [
  { words: "有门开着", fill: "#0a6b35", stroke: "#06401f", dash: undefined },
  { words: "不知道", fill: `url(#${HATCH})`, stroke: "#8a4b00", dash: "3 3" },
  { words: "没有开着的门", fill: "#ffffff", stroke: "#8a867b", dash: undefined },
] as const;

/** What the cells mean: a word, a border and a colour each. */
export function CellLegend() {
  return (
    <>
      <svg width="0" height="0" aria-hidden="true" className="hatch">
        <defs>
          <pattern id={HATCH} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="6" height="6" fill="#f6dfae" />
            <rect width="2" height="6" fill="#c98a2b" />
          </pattern>
        </defs>
      </svg>
      <ul className="cell-legend" aria-label="图例">
        {KINDS.map(({ words, fill, stroke, dash }) => (
          <li key={words}>
            <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
              <polygon points="9,1 16,5 16,13 9,17 2,13 2,5" fill={fill} stroke={stroke} strokeDasharray={dash} />
            </svg>
            {words}
          </li>
        ))}
      </ul>
    </>
  );
}
