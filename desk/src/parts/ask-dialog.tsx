import { Modal, type ModalProps } from "antd";
import { useRef } from "react";

/** A dialog whose first field has the focus once it is open: antd gives it to the frame of the dialog. */
export function AskDialog({ children, ...rest }: Omit<ModalProps, "open" | "afterOpenChange">) {
  const body = useRef<HTMLDivElement>(null);
  const focusFirst = (isOpen: boolean) => {
    if (isOpen) body.current?.querySelector<HTMLElement>("input, select, textarea")?.focus();
  };
  return (
    <Modal {...rest} open afterOpenChange={focusFirst}>
      <div ref={body}>{children}</div>
    </Modal>
  );
}
