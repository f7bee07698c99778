import type { PhotoSubject } from "../../../../shared/stations/photos";
import type { PhotoAnswer } from "../../../../shared/stations/station-answer";
import { type ApiFailure, isNetworkFailure } from "../../http/api-failure";
import { failureWords } from "../../ui/words/failure-words";

interface SubjectWords {
  name: string;
  /** What to have in the picture. */
  advice: string;
}

/** In the order in which somebody who looks for the door needs them. */
export const SUBJECT_WORDS: Record<PhotoSubject, SubjectWords> = {
  entrance: { name: "门口", advice: "站远一点拍，让人一眼认出这扇门" },
  inside: { name: "里面", advice: "拍到桌椅和饮水的地方，别拍到人脸" },
  sign: { name: "门牌", advice: "拍清楚牌子上的字和编号" },
};

/** In that order. Taken from the words: the schema beside the list of subjects would bring zod into the bundle. */
export const SUBJECTS = Object.keys(SUBJECT_WORDS) as PhotoSubject[];

/** Whether others see a photo yet, said to whoever took it. */
export function checkWords({ check, refusedFor }: Pick<PhotoAnswer, "check" | "refusedFor">): string {
  switch (check) {
    case "passed":
      return "✓ 大家看得到";
    case "waiting":
      return "等检查，通过了大家才看得到";
    case "refused":
      return refusedFor === null ? "没通过检查，请换一张" : `没通过：${refusedFor}。请换一张`;
  }
}

/** 丽景街驿站的门口, for who does not see it. */
export function photoLabel(stationName: string, of: PhotoSubject): string {
  return `${stationName}的${SUBJECT_WORDS[of].name}`;
}

/** Why a photo was not taken; the server says what is wrong with the picture itself. */
export function photoFailureWords(failure: ApiFailure): string {
  const { code, fields } = failure;
  const [field] = fields;
  if (field) return field.message;
  if (code === "timeout") return "网太慢，没等到消息。换个信号好点的地方，再发一次";
  if (isNetworkFailure(code)) return "没连上网。照片还在这里，信号好了再发一次";
  const { title, advice } = failureWords(failure);
  return `${title}：${advice}`;
}
