import { useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button, Input } from "antd";
import { useState } from "react";
import { PERSON_NAME_LIMIT } from "../../../shared/common/field-limits";
import type { InvitationAnswer } from "../../../shared/people/invitation";
import { isCounty } from "../../../shared/stations/district";
import { callApi } from "../http/api";
import { failureWords } from "../http/failure";
import { Pick } from "../parts/pick";
import { useOwnReach } from "../settings/use-own-reach";

/** A leader or a partner who reads 看板 of a part of one's reach, and changes nothing. */
export function InviteViewer() {
  const { message } = App.useApp();
  const queries = useQueryClient();
  const own = useOwnReach();
  const districts = useQuery({
    queryKey: ["districts"],
    queryFn: async () => (await callApi("GET /districts", {})).districts,
  });
  const [picked, setPicked] = useState<string | null>(null);
  const [name, setName] = useState("");
  const [invited, setInvited] = useState<{ name: string; answer: InvitationAnswer } | null>(null);
  const options = [
    ...own.map((prefix) => [prefix, prefix === "" ? "全部地区" : `我管的全部（${prefix}）`] as const),
    ...(districts.data ?? []).flatMap(({ code, text }) =>
      code !== null && isCounty(code) && !own.includes(code) && own.some((prefix) => code.startsWith(prefix))
        ? [[code, text] as const]
        : [],
    ),
  ];
  const reach = picked ?? options[0]?.[0] ?? "";
  const called = name.trim();
  const invite = async () => {
    try {
      const answer = await callApi("POST /invitations", { role: "viewer", reach: [reach], name: called });
      setInvited({ name: called, answer });
      setName("");
      await queries.invalidateQueries({ queryKey: ["invitations"] });
    } catch (error) {
      message.error(failureWords(error));
    }
  };
  const copy = async (words: string) => {
    await navigator.clipboard.writeText(words);
    message.success("复制好了，去微信里贴");
  };
  return (
    <details className="no-print">
      <summary>
        <h2 className="in-line">请领导、合作单位看看板</h2>
      </summary>
      <p className="quiet">他们在电脑上登录，只看得到看板，什么也改不了。随时可以收回。</p>
      <div className="filters">
        <Input
          aria-label="怎么称呼"
          placeholder="怎么称呼，如 李主席"
          maxLength={PERSON_NAME_LIMIT}
          value={name}
          onChange={({ target }) => setName(target.value)}
          style={{ width: 220 }}
        />
        <Pick label="看哪里" value={reach} options={options} onPick={setPicked} />
        <Button type="primary" disabled={called === "" || options.length === 0} onClick={() => void invite()}>
          邀请
        </Button>
      </div>
      {invited === null ? null : (
        <p role="status">
          {viewerText(invited.name, invited.answer)}{" "}
          <Button size="small" onClick={() => void copy(viewerText(invited.name, invited.answer))}>
            复制要发的话
          </Button>
        </p>
      )}
    </details>
  );
}

/** What is sent to a person by WeChat. */
function viewerText(name: string, { code, url }: InvitationAnswer): string {
  return `${name}您好，请您看驿站的看板。先在手机上点开 ${url} ，或者在驿站小程序「我的」里输入邀请码 ${code} ；再在电脑上打开 ${location.origin}/desk/board ，用手机登录。一周内有效。`;
}
