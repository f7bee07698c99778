import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { renderSVG } from "uqr";
import { callApi } from "../http/api";
import { ApiFailure, failureWords } from "../http/failure";
import { keepSignIn } from "../http/sign-in";

const ASK_EVERY_MS = 2_000;

/** A code that a phone approves: scanned, or typed in under 我的. */
export function SignInCode() {
  const code = useQuery({
    queryKey: ["sign-in-code"],
    queryFn: () => callApi("POST /sign-in/codes", {}),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const made = code.data;
  const state = useQuery({
    queryKey: ["sign-in-code", made?.code],
    enabled: made !== undefined,
    refetchInterval: ({ state: { status } }) => (status === "error" ? false : ASK_EVERY_MS),
    queryFn: async () => {
      if (made === undefined) return "pending";
      const answer = await callApi("POST /sign-in/codes/:code/token", { code: made.code, secret: made.secret });
      if (answer.state === "signed_in") keepSignIn(answer);
      return answer.state;
    },
  });
  const hasEnded = state.error instanceof ApiFailure && state.error.code === "sign_in_code_gone";
  if (code.isError) return <p role="alert">{failureWords(code.error)}</p>;
  if (made === undefined) return <p className="quiet">正在取登录码…</p>;
  if (hasEnded) return <Button onClick={() => void code.refetch()}>登录码过期了，换一个</Button>;
  return (
    <section aria-label="用手机登录">
      <h2>用手机登录</h2>
      <img
        className="sign-in-qr"
        alt={`登录码 ${made.code}`}
        src={`data:image/svg+xml,${encodeURIComponent(renderSVG(made.url))}`}
      />
      <p>
        微信扫一扫；或者在小程序「我的」→「让电脑登录」里输入 <strong className="short-code">{made.code}</strong>
      </p>
    </section>
  );
}
