// Mantine's controls as links of the router: one address for the mouse, the keyboard and a new tab.
import {
  Anchor,
  type AnchorProps,
  Button,
  type ButtonProps,
  NavLink,
  type NavLinkProps,
  UnstyledButton,
  type UnstyledButtonProps,
} from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, Ref } from 'react';

type Html<Own> = Own &
  Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof Own> & { ref?: Ref<HTMLAnchorElement> };

/** Inside a text a link is underlined, since colour alone does not show it. */
export const AnchorLink = createLink((props: Html<AnchorProps>) => (
  <Anchor underline={props.inherit ? 'always' : 'hover'} {...props} />
));
export const ButtonLink = createLink((props: Html<ButtonProps>) => <Button component="a" {...props} />);
export const NavItem = createLink((props: Html<NavLinkProps>) => <NavLink component="a" {...props} />);
export const PlainLink = createLink((props: Html<UnstyledButtonProps>) => (
  <UnstyledButton component="a" {...props} />
));
