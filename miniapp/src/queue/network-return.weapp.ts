import Taro from "@tarojs/taro";

/** Calls back when the network returns or the mini-program comes to the front. */
export function onNetworkReturn(callback: () => void): void {
  Taro.onNetworkStatusChange(({ isConnected }) => {
    if (isConnected) callback();
  });
  Taro.onAppShow(callback);
}
