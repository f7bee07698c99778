import "./web-bars.h5.scss";

/**
 * Taro draws the web's title bar and tab bar outside the pages, for mouse and finger only: here they get their
 * landmarks, the tabs lose an address that leads nowhere, and the arrow back gets a name and a place in the keyboard's order.
 */
export function nameWebBars(): void {
  const titleBar = document.getElementById("taro-navigation-bar");
  titleBar?.setAttribute("role", "banner");
  const tabBar = document.querySelector("taro-tabbar");
  tabBar?.setAttribute("role", "navigation");
  // The tabs are links to `javascript:`, which the pages' content security policy refuses; Taro acts on the click itself.
  tabBar?.addEventListener("click", (event) => event.preventDefault());
  for (const [name, label] of [
    ["back", "返回"],
    ["home", "回到附近"],
  ]) {
    const button = titleBar?.querySelector<HTMLElement>(`.taro-navigation-bar-${name}`);
    if (!button || !label) continue;
    button.setAttribute("role", "button");
    button.setAttribute("aria-label", label);
    button.tabIndex = 0;
    button.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      button.click();
    });
  }
}
