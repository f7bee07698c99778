import { View } from "@tarojs/components";
import { useState } from "react";
import { PERSON_NAME_LIMIT } from "../../../../shared/common/field-limits";
import type { InvitationAnswer, InvitationInput } from "../../../../shared/people/invitation";
import type { GivenRole } from "../../../../shared/people/roles";
import type { Account } from "../../../../shared/people/user";
import { invitable } from "../../features/people/account-words";
import { InvitationCard } from "../../features/people/invite/invitation-card";
import { OpenInvitations } from "../../features/people/invite/open-invitations";
import { ReachChoice } from "../../features/people/invite/reach-choice";
import { StationChoice } from "../../features/people/invite/station-choice";
import { useSignIn } from "../../features/people/sign-in";
import { SignInHere } from "../../features/people/sign-in-here";
import { callApi } from "../../http/call-api";
import { useTask } from "../../http/use-task";
import { Field } from "../../ui/field";
import { PageFrame } from "../../ui/page-frame";
import { Pressable } from "../../ui/pressable";
import { TaskFailure } from "../../ui/task-failure";
import "../../features/people/account.scss";

const ROLE_TITLES: Record<GivenRole, string> = {
  keeper: "邀请站长",
  officer: "邀请工会干部",
  viewer: "邀请领导看看板",
};

/** Whoever may give a role makes an invitation: for whom, for which stations or districts; then a code to pass on. */
export default function InvitePage() {
  const user = useSignIn()?.user ?? null;
  const roles = user === null ? [] : invitable(user);
  return (
    <PageFrame className="account-page">
      {user === null || roles.length === 0 ? (
        <SignInHere title="这里给站长和工会干部用" advice="用站长或干部的身份登录，这里接着办" />
      ) : (
        <Inviting user={user} roles={roles} />
      )}
    </PageFrame>
  );
}

interface InvitingProps {
  user: Account;
  roles: ReturnType<typeof invitable>;
}

/** What is out and the form; a new invitation takes their place until it was passed on. */
function Inviting({ user, roles }: InvitingProps) {
  const [made, setMade] = useState<{ invitation: InvitationAnswer; title: string } | null>(null);
  if (made !== null) return <InvitationCard {...made} onNext={() => setMade(null)} />;
  return (
    <>
      <OpenInvitations />
      <InviteForm
        user={user}
        roles={roles}
        onMade={(invitation, role) => setMade({ invitation, title: ROLE_TITLES[role] })}
      />
    </>
  );
}

interface InviteFormProps extends InvitingProps {
  onMade: (invitation: InvitationAnswer, role: GivenRole) => void;
}

function InviteForm({ user, roles, onMade }: InviteFormProps) {
  const [role, setRole] = useState<GivenRole>("keeper");
  const [chosen, setChosen] = useState<string[]>([]);
  const [name, setName] = useState("");
  const [task, send] = useTask(async (input: InvitationInput) =>
    onMade(await callApi("POST /invitations", input), input.role),
  );
  const called = name.trim() === "" ? {} : { name: name.trim() };
  return (
    <View className="card account-card">
      {roles.length > 1 ? (
        <View className="role-choice">
          {roles.map((one) => (
            <Pressable
              key={one}
              className={`chip ${role === one ? "chip-on" : ""}`}
              pressed={role === one}
              onPress={() => {
                setRole(one);
                setChosen([]);
              }}
            >
              {ROLE_TITLES[one]}
            </Pressable>
          ))}
        </View>
      ) : null}
      <Field
        label="怎么称呼(可以不填)，如 张站长"
        type="text"
        value={name}
        maxLength={PERSON_NAME_LIMIT}
        onChange={setName}
      />
      {role === "keeper" ? (
        <StationChoice user={user} chosen={chosen} onChange={setChosen} />
      ) : (
        <ReachChoice reach={user.reach} chosen={chosen} onChange={setChosen} />
      )}
      <Pressable
        className="button button-main"
        disabled={chosen.length === 0 || task.status === "running"}
        onPress={() =>
          send(role === "keeper" ? { role, stationIds: chosen, ...called } : { role, reach: chosen, ...called })
        }
      >
        发邀请码
      </Pressable>
      {chosen.length === 0 ? (
        <View className="secondary">
          {role === "keeper" ? "先在上面点要管的驿站" : `先在上面点要${role === "viewer" ? "看" : "管"}的地方`}
        </View>
      ) : null}
      <TaskFailure task={task} />
    </View>
  );
}
