import Taro from "@tarojs/taro";

/** Calls back when the network returns or the mini-program comes to the front, until told not to. */
export function onNetworkReturn(callback: () => void): () => void {
  const onChange = ({ isConnected }: { isConnected: boolean }) => {
    if (isConnected) callback();
  };
  Taro.onNetworkStatusChange(onChange);
  Taro.onAppShow(callback);
  return () => {
    Taro.offNetworkStatusChange(onChange);
    Taro.offAppShow(callback);
  };
}
