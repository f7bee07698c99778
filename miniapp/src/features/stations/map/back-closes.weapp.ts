/** In WeChat the first page has no Back of its own; its 看列表 ends the map. */
export function useBackCloses(_close: (() => void) | undefined): void {}
