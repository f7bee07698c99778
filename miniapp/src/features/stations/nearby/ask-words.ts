export interface AskWords {
  title: string;
  why: string;
}

export const ASK_FIRST: AskWords = {
  title: "找最近的、开着的驿站",
  why: "要知道你在哪条街，才能算走过去几分钟、到了还开不开。位置用完就忘，不保存，也不用登录。",
};

export const ASK_BY_HAND: AskWords = {
  title: "找最近的、开着的驿站",
  why: "选一下你在哪个区、哪条街附近，就能看到走过去几分钟、到了还开不开。不用登录。",
};

export const ASK_REFUSED: AskWords = {
  title: "没找到你的位置，也能找",
  why: "自己选一个附近的地方就行。想用位置的话，先在手机里允许一下。",
};

export const ASK_UNAVAILABLE: AskWords = {
  title: "手机没说出你在哪",
  why: "可能在室内或信号弱。自己选一个附近的地方，或者再试一次。",
};

export const USE_POSITION = "用我的位置";
export const PICK_PLACE = "自己选地方";
