/** WeChat draws its own bars and names them. */
export function nameWebBars(): void {}
