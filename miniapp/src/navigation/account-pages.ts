import Taro from "@tarojs/taro";
import { readShortCode, SIGN_IN_CODE_LENGTH } from "../../../shared/people/short-code";
import { openPage } from "./go";

/** The page on which a computer shows its code. */
export function openComputerSignIn(): void {
  openPage("/account/computer/index");
}

export function openApproval(code: string | null): void {
  openPage(`/account/approve/index${code === null ? "" : `?code=${code}`}`);
}

export function openInvitation(): void {
  openPage("/account/invitation/index");
}

export function openInviting(): void {
  openPage("/account/invite/index");
}

/** For officers: who holds roles within their reach. */
export function openPeople(): void {
  openPage("/account/people/index");
}

export function openKeeperDesk(): void {
  openPage("/keeper/station/index");
}

/** The desk of one station, for its keepers and for officers who reach it. */
export function openDeskOf(stationId: string): void {
  openPage(`/keeper/station/index?id=${encodeURIComponent(stationId)}`);
}

/** For keepers and officers: what passers-by reported. */
export function openTasks(): void {
  openPage("/keeper/tasks/index");
}

export function openUnionDesk(): void {
  openPage("/union/uniformity/index");
}

/** Scans the code a computer shows; what is no such code opens the page on which it can be typed. */
export async function scanComputerCode(): Promise<void> {
  const scanned = await Taro.scanCode({ onlyFromCamera: true }).catch(() => null);
  // Turned away from the camera: there is nothing to do.
  if (scanned === null) return;
  openApproval(readShortCode(scanned.result, SIGN_IN_CODE_LENGTH));
}
