import type { FastifyRequest } from 'fastify';
import { kernelRefusals, Refusal, type RefusalTable } from '../../../kernel/errors/index.ts';
import { faultText } from '../../../kernel/http/index.ts';
import { peopleRefusals } from '../../../modules/people/index.ts';

/** Where each part of what is sent was asked; what is not listed was asked on the step `otherwise`. */
export interface AskedOn {
  readonly steps: readonly (readonly [pointer: string, step: string])[];
  readonly otherwise: string;
}

/** The refusal of an answer, as lines that lead to the page where it was given. Anything else goes on as it came. */
export function refusedAnswers(
  error: unknown,
  request: FastifyRequest,
  askedOn: AskedOn,
  table: RefusalTable,
): { readonly refused: readonly { readonly step: string; readonly text: string }[] } {
  if (!(error instanceof Refusal) || error.code !== 'input.invalid' || error.faults.length === 0) throw error;
  const words = { ...kernelRefusals, ...peopleRefusals, ...table };
  return {
    refused: error.faults.map((fault) => ({
      step: askedOn.steps.find(([pointer]) => fault.pointer.startsWith(pointer))?.[1] ?? askedOn.otherwise,
      text: faultText(fault, words, request.language),
    })),
  };
}
