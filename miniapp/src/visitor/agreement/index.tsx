import { LegalText } from "../../features/people/legal-text";
import { USER_AGREEMENT } from "../../features/people/legal-words";
import { PageFrame } from "../../ui/page-frame";

export default function AgreementPage() {
  return (
    <PageFrame className="legal">
      <LegalText title="用户协议" sections={USER_AGREEMENT} />
    </PageFrame>
  );
}
