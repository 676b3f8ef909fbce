import fc from 'fast-check';
import { z } from 'zod';

/*
 * Bodies of papers made up from the form's own schema: whatever the schema lets through must print. Texts mix Han of all
 * planes, Latin, digits, marks and emoji; optional fields are there or not.
 */

interface JsonSchema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
}

export function arbitraryBody(schema: z.ZodType): fc.Arbitrary<unknown> {
  return arbitraryOf(z.toJSONSchema(schema) as JsonSchema);
}

const signs = [...'法律援助申请人阿卜杜热合曼·麦提䶮喆堃㑇𠮷ABCxyz0123456789，。、：；“”（）《》—…？！%,.-/ 　é한😀'];

const text = (least: number, most: number) =>
  fc
    .oneof(
      {
        weight: 6,
        arbitrary: fc.array(fc.constantFrom(...signs), {
          minLength: least,
          maxLength: Math.max(least, Math.min(most, 24)),
        }),
      },
      {
        weight: 1,
        arbitrary: fc.array(fc.constantFrom(...signs), {
          minLength: Math.min(most, 40),
          maxLength: Math.min(most, 1200),
        }),
      },
    )
    .map((chars) => {
      // Schemas count UTF-16 units.
      let joined = '';
      for (const char of chars) if (joined.length + char.length <= most) joined += char;
      return joined.padEnd(least, '人');
    });

function arbitraryOf(schema: JsonSchema): fc.Arbitrary<unknown> {
  if (schema.enum) return fc.constantFrom(...schema.enum);
  switch (schema.type) {
    case 'string':
      if (schema.format === 'date')
        return fc
          .date({ min: new Date('2003-09-01'), max: new Date('2099-12-31'), noInvalidDate: true })
          .map((date) => date.toISOString().slice(0, 10));
      if (schema.pattern?.includes(':')) return fc.constantFrom('00:00', '09:05', '23:59');
      return text(schema.minLength ?? 0, schema.maxLength ?? 200);
    case 'integer':
      return fc.integer({ min: schema.minimum ?? 0, max: Math.min(schema.maximum ?? 1e12, 1e12) });
    case 'number':
      return fc.integer({ min: 0, max: 999 }).map((n) => n / 2);
    case 'boolean':
      return fc.boolean();
    case 'array':
      return fc.array(arbitraryOf(schema.items ?? {}), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.max(schema.minItems ?? 0, Math.min(schema.maxItems ?? 6, 6)),
      });
    case 'object': {
      const fields = Object.entries(schema.properties ?? {}).map(([key, part]) => [key, arbitraryOf(part)] as const);
      return fc.record(Object.fromEntries(fields), { requiredKeys: [...(schema.required ?? [])] });
    }
    default:
      throw new Error(`no arbitrary for ${JSON.stringify(schema)}`);
  }
}
