import { App, Button, Checkbox, Input } from "antd";
import { useState } from "react";
import { GROUP_SYSTEM_NAMES, groupSystemOf } from "../../../shared/groups/group-systems";
import { callApi } from "../http/api";
import { failureWords } from "../http/failure";
import { useOwnReach } from "./use-own-reach";

/** Adds a robot. What is pasted is looked at at once: only the three systems' addresses are taken. */
export function AddGroup({ onAdded }: { onAdded: () => void }) {
  const { message } = App.useApp();
  const reach = useOwnReach();
  const [name, setName] = useState("");
  const [address, setAddress] = useState("");
  const [secret, setSecret] = useState("");
  const [code, setCode] = useState<string | null>(null);
  const [wantsDigest, setDigest] = useState(true);
  const [wantsUrgent, setUrgent] = useState(true);
  const [isSaving, setSaving] = useState(false);
  const system = groupSystemOf(address.trim());
  const add = async () => {
    setSaving(true);
    try {
      await callApi("POST /groups", {
        name,
        address,
        ...(secret.trim() === "" ? {} : { secret }),
        reach: code ?? reach[0] ?? "",
        wantsDigest,
        wantsUrgent,
      });
      setName("");
      setAddress("");
      setSecret("");
      message.success("加上了，点“试一试”看看群里有没有");
      onAdded();
    } catch (error) {
      message.error(failureWords(error));
    } finally {
      setSaving(false);
    }
  };
  return (
    <form
      className="card"
      aria-label="加一个群机器人"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <h3>加一个</h3>
      <label htmlFor="group-name">群叫什么</label>
      <Input id="group-name" value={name} maxLength={20} onChange={({ target }) => setName(target.value)} required />
      <label htmlFor="group-address">机器人的地址</label>
      <Input
        id="group-address"
        value={address}
        maxLength={500}
        autoComplete="off"
        onChange={({ target }) => setAddress(target.value)}
        required
      />
      <p className={address !== "" && system === null ? "wrong" : "quiet"} role="status">
        {address === ""
          ? "从群里整条复制，https:// 开头"
          : system === null
            ? "这不是企业微信、钉钉或飞书群机器人的地址"
            : `${GROUP_SYSTEM_NAMES[system]}的机器人`}
      </p>
      {system === "dingtalk" || system === "feishu" ? (
        <>
          <label htmlFor="group-secret">加签密钥（安全设置选了“加签”或“签名校验”才有）</label>
          <Input.Password
            id="group-secret"
            value={secret}
            maxLength={200}
            autoComplete="off"
            onChange={({ target }) => setSecret(target.value)}
          />
        </>
      ) : null}
      {system === "dingtalk" || system === "feishu" ? (
        <p className="quiet">安全设置选“自定义关键词”的，关键词填：驿站</p>
      ) : null}
      <label htmlFor="group-reach">管哪里（区划代码，不填是您管的全部）</label>
      <Input
        id="group-reach"
        value={code ?? reach[0] ?? ""}
        maxLength={6}
        inputMode="numeric"
        onChange={({ target }) => setCode(target.value)}
      />
      <p>
        <Checkbox checked={wantsDigest} onChange={({ target }) => setDigest(target.checked)}>
          每天早上 8 点说一遍要盯的事
        </Checkbox>
        <Checkbox checked={wantsUrgent} onChange={({ target }) => setUrgent(target.checked)}>
          有人说门没开马上说
        </Checkbox>
      </p>
      <Button type="primary" htmlType="submit" loading={isSaving} disabled={system === null || name.trim() === ""}>
        加上
      </Button>
    </form>
  );
}
