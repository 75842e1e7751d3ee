import { apply } from "../../../annotations/commands/apply.ts";
import { type Command, isShared } from "../../../annotations/commands/command.ts";
import type { Project } from "../../../annotations/model/project.ts";
import type { Serial } from "../disk/serial.ts";
import { asOneCommand, type Transaction, takeRun } from "./transaction.ts";

/** Where transactions are carried out. */
export interface TransactionGround {
  /** The project that is safe on the disk; replaced when a transaction is. */
  value: Project;
  /** Throws when these commands may not be carried out now. */
  check(commands: readonly Command[]): void;
  /** Puts transactions on the disk, all or none; gives back the project that is there then. */
  write(transactions: readonly (readonly Command[])[], after: Project): Promise<Project>;
}

/** Carries out commands, all or none; those that queue up meanwhile are written together. */
export type TransactionQueue = (commands: readonly Command[]) => Promise<void>;

export function transactionQueue(ground: TransactionGround, inTurn: Serial): TransactionQueue {
  let waiting: Transaction[] = [];

  async function drain(): Promise<void> {
    const group = waiting;
    waiting = [];
    while (group.length > 0) await carryOut(takeRun(group));
  }

  async function carryOut(run: readonly Transaction[]): Promise<void> {
    const { accepted, after } = accept(run);
    try {
      const commands = accepted.map((transaction) => transaction.commands);
      ground.value = await ground.write(commands, after);
      for (const { resolve } of accepted) resolve();
    } catch (error) {
      for (const { reject } of accepted) reject(error);
    }
  }

  /** Those that fit, each after the ones before it, and the project that they lead to. */
  function accept(run: readonly Transaction[]): { readonly accepted: readonly Transaction[]; readonly after: Project } {
    const accepted: Transaction[] = [];
    let after = ground.value;
    for (const transaction of run) {
      try {
        ground.check(transaction.commands);
        after = applied(after, transaction.commands);
        accepted.push(transaction);
      } catch (error) {
        transaction.reject(error);
      }
    }
    return { accepted, after };
  }

  return (commands) =>
    new Promise((resolve, reject) => {
      waiting.push({ commands, resolve, reject });
      if (waiting.length === 1) void inTurn(drain);
    });
}

function applied(project: Project, commands: readonly Command[]): Project {
  const batch = commands.some(isShared) ? null : asOneCommand(commands);
  return batch ? apply(project, batch) : commands.reduce(apply, project);
}
