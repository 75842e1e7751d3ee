import { Dialog } from "@base-ui/react/dialog";
import { type ReactNode, useRef } from "react";
import { setDesk } from "../session/desk.ts";

interface Props {
  readonly title: string;
  readonly size?: "narrow" | "wide";
  readonly children: ReactNode;
}

/** A window above everything else. Escape and the cross close it; a click beside it does not, since it may hold typing. */
export function Modal({ title, size = "narrow", children }: Props) {
  const popup = useRef<HTMLDivElement>(null);
  const firstField = () => popup.current?.querySelector<HTMLElement>("textarea, input, select, .primary") ?? true;
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
          {children}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

export function closeDialog(): void {
  setDesk({ dialog: null });
}
