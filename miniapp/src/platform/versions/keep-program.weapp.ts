/** WeChat has the program on the phone, and fetches its parts ahead by itself (preloadRule in app.config.ts). */
export function keepProgramSoon(): void {}

export function keepProgram(): void {}
