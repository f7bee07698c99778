import { Button } from "antd";
import { forgetSignIn } from "../http/sign-in";

export function NotAnOfficer() {
  return (
    <main className="notice">
      <h1>这里是工会干部的工作台</h1>
      <p>您登录的身份不是工会干部，也不看看板。是干部的话，请换那个身份登录；站长在手机上打理驿站。</p>
      <Button type="primary" onClick={forgetSignIn}>
        换个身份登录
      </Button>
    </main>
  );
}
