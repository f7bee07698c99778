import { App, Button } from "antd";
import type { Account } from "../../../shared/people/user";
import { callApi } from "../http/api";
import { forgetSignIn } from "../http/sign-in";
import { FindBox } from "./find-box";

/** @param find whether there is something to find: not for who only reads the board */
export function TopBar({ user, find = true }: { user: Account; find?: boolean }) {
  const { message } = App.useApp();
  const copy = async () => {
    await navigator.clipboard.writeText(location.href);
    message.success("链接复制好了，可以发给同事");
  };
  const leave = async () => {
    await callApi("POST /sign-out", {}).catch(() => undefined);
    forgetSignIn();
  };
  return (
    <header className="top-bar">
      <span className="brand">驿站工作台</span>
      {find ? <FindBox /> : null}
      <Button onClick={() => void copy()}>复制链接</Button>
      <span className="who">{user.name}</span>
      <Button type="text" onClick={() => void leave()}>
        退出
      </Button>
    </header>
  );
}
