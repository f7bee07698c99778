import { Button } from "antd";
import { failureWords } from "../http/failure";

/** What went wrong, and one button. */
export function Failed({ error, reset }: { error: unknown; reset?: () => void }) {
  return (
    <div className="notice" role="alert">
      <p>{failureWords(error)}</p>
      <Button onClick={() => (reset ? reset() : location.reload())}>再试一次</Button>
    </div>
  );
}
