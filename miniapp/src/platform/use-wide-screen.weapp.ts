/** In WeChat the list and the map take turns, on tablets too. */
export function useWideScreen(): boolean {
  return false;
}
