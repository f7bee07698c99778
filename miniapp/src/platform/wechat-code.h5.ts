/** On the web nobody vouches for a person who is signed out. */
export async function wechatCode(): Promise<string | null> {
  return null;
}
