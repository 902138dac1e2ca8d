// Where what the screens have to tell stands for a moment. It comes after the page; what was told before waits for it.
import { Notifications } from '@mantine/notifications';
import classes from './shell.module.css';

export function Told() {
  return <Notifications position="bottom-right" classNames={{ root: classes.told }} />;
}
