import { create } from "zustand";

/** Whether the list of steps is open. */
export const useStepsMenu = create<{ readonly isOpen: boolean }>(() => ({ isOpen: false }));

export function toggleSteps(): void {
  useStepsMenu.setState(({ isOpen }) => ({ isOpen: !isOpen }));
}
