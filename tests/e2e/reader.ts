// A reader of the screen: knows the page by roles and names of the accessibility tree alone, and acts on what it finds there.
import { type CDPSession, expect, type Page } from '@playwright/test';

interface Node {
  readonly role: string;
  readonly name: string;
  readonly element: number;
  /** roles of all that it stands in, the nearest first */
  readonly within: readonly string[];
  /** what is told after the name */
  readonly description: string;
  /** `level`, `expanded`, `selected`, `hasPopup`, `live` … as far as they are told */
  readonly states: { readonly [state: string]: unknown };
}

export class Reader {
  private constructor(
    private readonly page: Page,
    private readonly session: CDPSession,
  ) {}

  static async open(page: Page): Promise<Reader> {
    const session = await page.context().newCDPSession(page);
    await session.send('DOM.enable');
    await session.send('Accessibility.enable');
    return new Reader(page, session);
  }

  /** Everything that is told, in the order of the tree. */
  async tree(): Promise<readonly Node[]> {
    const { nodes } = await this.session.send('Accessibility.getFullAXTree');
    const byId = new Map(nodes.map((node) => [node.nodeId, node]));
    const within = (id: string | undefined): string[] => {
      const above = id === undefined ? undefined : byId.get(id);
      return above === undefined ? [] : [String(above.role?.value), ...within(above.parentId)];
    };
    return nodes
      .filter(({ ignored, backendDOMNodeId }) => !ignored && backendDOMNodeId !== undefined)
      .map(({ role, name, description, properties, parentId, backendDOMNodeId }) => ({
        role: String(role?.value),
        name: String(name?.value ?? ''),
        description: String(description?.value ?? ''),
        states: Object.fromEntries((properties ?? []).map((one) => [one.name, one.value.value])),
        element: backendDOMNodeId ?? 0,
        within: within(parentId),
      }));
  }

  /** Waits until something of this role and name is told. */
  async find(role: string, name: string | RegExp): Promise<Node> {
    let found: Node | undefined;
    await expect
      .poll(
        async () => {
          found = (await this.tree()).find(
            (node) =>
              node.role === role && (typeof name === 'string' ? node.name === name : name.test(node.name)),
          );
          return found !== undefined;
        },
        { message: `${role} “${String(name)}”`, timeout: 15_000 },
      )
      .toBe(true);
    if (found === undefined) throw new Error('the tree changed while it was read');
    return found;
  }

  /** Whether a text is told now. */
  async tells(text: RegExp): Promise<boolean> {
    return (await this.tree()).some(({ role, name }) => role === 'StaticText' && text.test(name));
  }

  /** Waits until a text is told. */
  async hears(text: RegExp): Promise<void> {
    await expect.poll(() => this.tells(text), { message: String(text), timeout: 15_000 }).toBe(true);
  }

  private async focus({ element }: Node): Promise<void> {
    await this.session.send('DOM.focus', { backendNodeId: element });
  }

  async press(role: string, name: string | RegExp, key = 'Enter'): Promise<void> {
    await this.focus(await this.find(role, name));
    await this.page.keyboard.press(key);
  }

  async write(role: string, name: string | RegExp, text: string): Promise<void> {
    await this.focus(await this.find(role, name));
    await this.page.keyboard.type(text);
  }
}
