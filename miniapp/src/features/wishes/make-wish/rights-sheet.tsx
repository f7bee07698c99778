import { Pressable } from "../../../ui/pressable";
import { Sheet } from "../../../ui/sheet";
import { CallRightsLine, RightsHelp } from "../rights-help";

interface RightsSheetProps {
  /** Chosen as a matter of rights, and not only told from the words. */
  isFixed: boolean;
  onRefer: () => void;
  onInsist: () => void;
  onClose: () => void;
}

/** Wages and injuries are a right: the line that helps at once, instead of a wait for an officer. */
export function RightsSheet({ isFixed, onRefer, onInsist, onClose }: RightsSheetProps) {
  return (
    <Sheet title="这是你的权益，不用许愿" onClose={onClose} awayLabel="回去改">
      <RightsHelp />
      <CallRightsLine className="button-main" />
      <Pressable className="button button-plain" onPress={onRefer}>
        留个记录，转给工会热线
      </Pressable>
      {isFixed ? null : (
        <Pressable className="button button-plain" onPress={onInsist}>
          不是这回事，继续许愿
        </Pressable>
      )}
    </Sheet>
  );
}
