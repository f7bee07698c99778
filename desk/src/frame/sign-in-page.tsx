import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { callApi } from "../http/api";
import { failureWords } from "../http/failure";
import { keepSignIn } from "../http/sign-in";
import { SignInCode } from "./sign-in-code";

export function SignInPage() {
  const mode = useQuery({ queryKey: ["mode"], queryFn: async () => (await callApi("GET /health", {})).mode });
  return (
    <main className="sign-in">
      <h1>驿站工作台</h1>
      <p>工会干部在电脑上打理驿站的地方。登录以后，会回到刚才要看的页面。</p>
      {mode.data === "demo" ? <DemoSignIn /> : null}
      {mode.isError ? <p role="alert">{failureWords(mode.error)}</p> : null}
      <SignInCode />
    </main>
  );
}

/** One click, as an example officer. */
function DemoSignIn() {
  const [problem, setProblem] = useState<string | null>(null);
  const enter = async () => {
    try {
      const { token } = await callApi("POST /sign-in/demo", { as: "officer" });
      const reply = await fetch("/api/me", { headers: { authorization: `Bearer ${token}` } });
      keepSignIn({ token, user: await reply.json() });
    } catch (error) {
      setProblem(failureWords(error));
    }
  };
  return (
    <section aria-label="示例">
      <Button type="primary" size="large" onClick={() => void enter()}>
        用示例干部登录
      </Button>
      <p className="quiet">这里是演示，驿站和人都是示例。</p>
      {problem === null ? null : <p role="alert">{problem}</p>}
    </section>
  );
}
