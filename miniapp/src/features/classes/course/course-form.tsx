import { View } from "@tarojs/components";
import { useState } from "react";
import { CLASS_CATEGORIES, CLASS_CATEGORY_LABELS } from "../../../../../shared/classes/class-category";
import type { Venue } from "../../../../../shared/classes/course";
import type { CourseDetail } from "../../../../../shared/classes/course-answer";
import { COURSE_LIMITS, COURSE_MOST } from "../../../../../shared/common/field-limits";
import { accessible } from "../../../ui/accessible";
import { Chip } from "../../../ui/chip";
import { Heading } from "../../../ui/heading";
import type { CourseDraft } from "./course-draft";
import { DraftField } from "./draft-field";
import { RuleFields } from "./rule-fields";
import { SaveCourse } from "./save-course";
import { ScheduleFields } from "./schedule-fields";
import { VenueChoice } from "./venue-choice";

interface CourseFormProps {
  first: CourseDraft;
  venues: readonly Venue[];
  /** Null: a new one. */
  course: CourseDetail | null;
  onSaved: () => Promise<void>;
  onConflict: () => void;
}

/** What there is to say of a course, in the order in which an officer thinks of it: what, where, when, for how many. */
export function CourseForm({ first, venues, course, onSaved, onConflict }: CourseFormProps) {
  const [draft, setDraft] = useState(first);
  const change = (changed: Partial<CourseDraft>) => setDraft((before) => ({ ...before, ...changed }));
  const fields = { draft, onChange: change };
  return (
    <>
      <Heading level={course === null ? 1 : 2} className="section-title">
        {course === null ? "加一门课" : "改这门课"}
      </Heading>
      <View className="card form course-form">
        <DraftField {...fields} name="title" label="课叫什么，如 零基础广场舞" maxLength={COURSE_LIMITS.title} />
        <Choice label="教什么">
          {CLASS_CATEGORIES.map((one) => (
            <Chip key={one} on={draft.category === one} onPress={() => change({ category: one })}>
              {CLASS_CATEGORY_LABELS[one]}
            </Chip>
          ))}
        </Choice>
        <VenueChoice venues={venues} chosen={draft.venueId} onChoose={(venueId) => change({ venueId })} />
        <DraftField {...fields} name="room" label="哪个房间(可以不填)" maxLength={COURSE_LIMITS.room} />
      </View>
      <ScheduleFields draft={draft} onChange={change} />
      <Heading level={2} className="section-title">
        名额和报名
      </Heading>
      <View className="card form course-form">
        <View className="fields">
          <DraftField {...fields} name="capacity" label="几个名额" maxLength={digitsOf(COURSE_MOST.capacity)} />
          {draft.bookedBy === "term" ? (
            <View className="secondary">整期报名的课不排队：只空一天的位子，不够上一期。空位留给到场的人。</View>
          ) : (
            <DraftField
              {...fields}
              name="waitlistLimit"
              label="最多几人排队"
              maxLength={digitsOf(COURSE_MOST.waitlistLimit)}
            />
          )}
        </View>
        <Choice label="怎么报">
          <Chip on={draft.bookedBy === "session"} onPress={() => change({ bookedBy: "session" })}>
            一节一节报
          </Chip>
          <Chip on={draft.bookedBy === "term"} onPress={() => change({ bookedBy: "term" })}>
            报一次上整期
          </Chip>
        </Choice>
        <DraftField
          {...fields}
          name="opensDaysBefore"
          label="提前几天开始报名(不填：一直能报)"
          maxLength={digitsOf(COURSE_MOST.bookingOpensDaysBefore)}
        />
      </View>
      <Heading level={2} className="section-title">
        给来的人看的(都可以不填)
      </Heading>
      <View className="card form course-form">
        <View className="fields">
          <DraftField {...fields} name="teacher" label="老师" maxLength={COURSE_LIMITS.teacher} />
          <DraftField {...fields} name="level" label="难不难，如 零基础" maxLength={COURSE_LIMITS.level} />
          <DraftField {...fields} name="age" label="年纪，如 不限" maxLength={COURSE_LIMITS.age} />
          <DraftField {...fields} name="bring" label="要带什么" maxLength={COURSE_LIMITS.bring} />
        </View>
        <DraftField {...fields} name="about" label="再说几句" type="words" maxLength={COURSE_LIMITS.about} />
      </View>
      <RuleFields rules={draft.rules} onChange={(rules) => change({ rules })} />
      <SaveCourse draft={draft} course={course} onSaved={onSaved} onConflict={onConflict} />
    </>
  );
}

function Choice({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <View className="course-choice">
      <View className="field-label">{label}</View>
      <View className="course-chips" {...accessible({ role: "group", label })}>
        {children}
      </View>
    </View>
  );
}

function digitsOf(most: number): number {
  return String(most).length;
}
