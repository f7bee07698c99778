import { Component, type PropsWithChildren } from "react";
import "./older-browsers";
import "./accessibility/aria-attributes";
import { nameWebBars } from "./accessibility/web-bars";
import "./app.scss";
import { watchErrors } from "./client-errors/client-errors";
import { startSending } from "./queue/pending-writes";
import { keepProgramSoon } from "./versions/keep-program";
import { watchForNewerVersion } from "./versions/newer-version";

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
