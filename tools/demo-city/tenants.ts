/** The seats of the six centres, in the order of their codes: the city and its five counties. */
export const tenants = ['530500', '530502', '530521', '530523', '530524', '530581'] as const;
export type Tenant = (typeof tenants)[number];

/** The township in which a tenant's offices stand: the first of the county; the city's own stand in 隆阳. */
export const officeTownship: Readonly<Record<Tenant, string>> = {
  '530500': '530502001',
  '530502': '530502002',
  '530521': '530521101',
  '530523': '530523101',
  '530524': '530524101',
  '530581': '530581001',
};
