import { Button } from "@tarojs/components";
import { accessible } from "../ui/accessible";

interface ShareButtonProps {
  name: string;
  page: string;
}

/** Only WeChat's own button opens the sheet of friends and groups. */
export function ShareButton({ name }: ShareButtonProps) {
  return (
    <Button className="button button-plain share" openType="share" {...accessible({ label: `把${name}告诉工友` })}>
      告诉工友
    </Button>
  );
}
