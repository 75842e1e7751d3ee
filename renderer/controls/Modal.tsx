import { Dialog } from "@base-ui/react/dialog";
import { type ReactNode, useRef } from "react";
import { setDesk, useDesk } from "../session/desk.ts";
import { firstFieldIn } from "./first-field.ts";
import { Notice } from "./Notice.tsx";

interface Props {
  readonly title: string;
  readonly size?: "narrow" | "wide";
  /** Whether it is there to change something; then it says so while nothing may be changed. */
  readonly changes?: boolean;
  readonly children: ReactNode;
}

/** A window above everything else. Escape and the cross close it; a click beside it does not, since it may hold typing. */
export function Modal({ title, size = "narrow", changes = false, children }: Props) {
  const popup = useRef<HTMLDivElement>(null);
  const firstField = () => (popup.current && firstFieldIn(popup.current)) ?? true;
  return (
    <Dialog.Root open disablePointerDismissal onOpenChange={(open) => !open && closeDialog()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="backdrop" />
        <Dialog.Popup ref={popup} initialFocus={firstField} className={`modal ${size}`}>
          <div className="modal-head">
            <Dialog.Title>{title}</Dialog.Title>
            <Dialog.Close className="icon" aria-label="Close">
              <span aria-hidden="true">×</span>
            </Dialog.Close>
          </div>
          <Notice besideReason={changes} />
          {changes && <WhyReadOnly />}
          {children}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function WhyReadOnly() {
  const reason = useDesk(({ access }) => (access.kind === "read-only" ? access.reason : null));
  return <div role="status">{reason !== null && <p className="notice">Nothing can be changed now. {reason}</p>}</div>;
}

export function closeDialog(): void {
  setDesk({ dialog: null });
}
