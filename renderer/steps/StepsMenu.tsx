import { Popover } from "@base-ui/react/popover";
import { useRef } from "react";
import { useNameWithKey } from "../actions/ActionKey.tsx";
import { ListKeys } from "../controls/ListKeys.tsx";
import { useDesk } from "../session/desk.ts";
import { NoSteps } from "./NoSteps.tsx";
import { StepList } from "./StepList.tsx";
import { toggleSteps, useStepsMenu } from "./steps-menu.ts";
import "./steps.css";

/** Everything that can be undone and done again, as a list beside the arrows. It stays open, so that one can go on from there. */
export function StepsMenu() {
  const isOpen = useStepsMenu((state) => state.isOpen);
  const isEmpty = useDesk(({ history }) => history.done.length + history.undone.length === 0);
  const title = useNameWithKey("Steps", "history.steps");
  const popup = useRef<HTMLDivElement>(null);
  return (
    <Popover.Root open={isOpen} onOpenChange={toggleSteps}>
      <Popover.Trigger className="icon small" aria-label="Steps" title={title}>
        <svg
          viewBox="0 0 16 16"
          width="12"
          height="12"
          aria-hidden="true"
          fill="none"
          stroke="currentColor"
          strokeWidth="2"
        >
          <path d="M3.5 6 8 10.5 12.5 6" strokeLinecap="round" strokeLinejoin="round" />
        </svg>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner side="bottom" align="end" sideOffset={6} collisionPadding={12} className="layer">
          <Popover.Popup
            ref={popup}
            className="card steps"
            aria-label="Steps"
            initialFocus={() => popup.current?.querySelector<HTMLElement>("[role=listbox]") ?? true}
          >
            {isEmpty ? (
              <NoSteps />
            ) : (
              <>
                <StepList />
                <p className="steps-foot">
                  <ListKeys take="go there" leave="close" />
                </p>
              </>
            )}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
