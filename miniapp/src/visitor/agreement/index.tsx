import { PageFrame } from "../../components/page-frame";
import { USER_AGREEMENT } from "../../copy/legal-text";
import { LegalText } from "../legal-text";

export default function AgreementPage() {
  return (
    <PageFrame className="legal">
      <LegalText title="用户协议" sections={USER_AGREEMENT} />
    </PageFrame>
  );
}
