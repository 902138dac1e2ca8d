// What is shown when a whole screen cannot be: what failed, and the way back.
import { Box, Button } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import { t } from '../../language/index.ts';
import { Failure } from '../parts/Failure.tsx';

export function CrashScreen({ error, reset }: { error: unknown; reset?: () => void }) {
  const router = useRouter();
  const again = () => {
    reset?.();
    void router.invalidate();
  };
  return (
    <Box maw={640} mx="auto" p="lg">
      <Failure error={error} onRetry={again} />
      <Button mt="md" variant="default" component="a" href="/">
        {t('To the inbox')}
      </Button>
    </Box>
  );
}
