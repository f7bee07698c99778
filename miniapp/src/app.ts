import { Component, type PropsWithChildren } from "react";
import "./older-browsers";
import "./platform/accessibility/aria-attributes";
import { nameWebBars } from "./platform/accessibility/web-bars";
import "./app.scss";
import { watchErrors } from "./platform/client-errors/watch-errors";
import { keepProgramSoon } from "./platform/versions/keep-program";
import { watchForNewerVersion } from "./platform/versions/newer-version";
import { startSending } from "./queue/pending-writes";

watchErrors();
watchForNewerVersion();

/** The root of all pages. A class, as Taro calls the life cycle of the app on its instance. */
export default class App extends Component<PropsWithChildren> {
  override componentDidMount() {
    nameWebBars();
    startSending();
    keepProgramSoon();
  }

  override render() {
    return this.props.children;
  }
}
