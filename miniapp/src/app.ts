import { Component, type PropsWithChildren } from "react";
import "./accessibility/aria-attributes";
import "./app.scss";

/** The root of all pages. A class, as Taro calls the life cycle of the app on its instance. */
export default class App extends Component<PropsWithChildren> {
  override render() {
    return this.props.children;
  }
}
