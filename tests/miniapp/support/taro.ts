import { vi } from "vitest";

/** What stands in for the phone: its network, storage, position and pages. Each test says what they answer. */
const storage = new Map<string, unknown>();

const Taro = {
  request: vi.fn(),
  login: vi.fn(),
  uploadFile: vi.fn(),
  chooseMedia: vi.fn(),
  compressImage: vi.fn(),
  previewImage: vi.fn(async () => ({})),
  getLocation: vi.fn(),
  getFuzzyLocation: vi.fn(),
  openSetting: vi.fn(async () => ({})),
  navigateTo: vi.fn(async () => ({})),
  navigateBack: vi.fn(async () => ({})),
  switchTab: vi.fn(async () => ({})),
  getCurrentPages: vi.fn(() => [{}]),
  stopPullDownRefresh: vi.fn(),
  showToast: vi.fn(async () => ({})),
  pageScrollTo: vi.fn(async () => ({})),
  showTabBarRedDot: vi.fn(async () => ({})),
  hideTabBarRedDot: vi.fn(async () => ({})),
  setNavigationBarTitle: vi.fn(async () => ({})),
  showModal: vi.fn(async () => ({})),
  requestSubscribeMessage: vi.fn(async () => ({})),
  makePhoneCall: vi.fn(async () => ({})),
  setClipboardData: vi.fn(async () => ({})),
  canIUse: vi.fn(() => true),
  getAppBaseInfo: vi.fn((): object => ({})),
  onNeedPrivacyAuthorization: vi.fn(),
  openPrivacyContract: vi.fn(async () => ({})),
  getStorageSync: (key: string) => storage.get(key) ?? "",
  setStorageSync: (key: string, value: unknown) => {
    storage.set(key, value);
  },
  removeStorageSync: (key: string) => {
    storage.delete(key);
  },
};
export default Taro;

/** Everything the program has kept on the phone, as text. */
export function keptOnPhone(): string {
  return JSON.stringify([...storage]);
}

export function newPhone(): void {
  storage.clear();
  for (const call of Object.values(Taro)) if (vi.isMockFunction(call)) call.mockClear();
}

let pullDown: () => void = () => undefined;
export function pullDownPage(): void {
  pullDown();
}
export function usePullDownRefresh(callback: () => void): void {
  pullDown = callback;
}

let atTheEnd: () => void = () => undefined;
/** The person has scrolled to the end of the page. */
export function reachBottom(): void {
  atTheEnd();
}
export function useReachBottom(callback: () => void): void {
  atTheEnd = callback;
}
export function useShareAppMessage(): void {}
export function useShareTimeline(): void {}

let shown: () => void = () => undefined;
let hidden: () => void = () => undefined;
/** The person comes back to the page. */
export function showPage(): void {
  shown();
}
export function useDidShow(callback: () => void): void {
  shown = callback;
}
/** The page that was drawn last goes behind another. @returns what brings it back, also when others were drawn since */
export function hidePage(): () => void {
  hidden();
  return shown;
}
export function useDidHide(callback: () => void): void {
  hidden = callback;
}

let params: Record<string, string> = {};
export function openedWith(given: Record<string, string>): void {
  params = given;
}
export function useRouter(): { params: Record<string, string> } {
  return { params };
}
