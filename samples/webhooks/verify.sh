#!/bin/sh
# With openssl, to look at one message by hand. SECRET is the subscription's; ID, TIMESTAMP and SIGNATURE are the
# headers webhook-id, webhook-timestamp and webhook-signature; body.json holds the bytes as they came.
age=$(($(date +%s) - TIMESTAMP))
[ "${age#-}" -le 300 ] || { echo "too old or too new"; exit 1; }
key=$(printf %s "${SECRET#whsec_}" | openssl base64 -d -A | od -An -v -tx1 | tr -d ' \n')
expected=$({ printf '%s.%s.' "$ID" "$TIMESTAMP"; cat body.json; } |
  openssl dgst -sha256 -mac HMAC -macopt "hexkey:$key" -binary | openssl base64 -A)
for one in $SIGNATURE; do
  [ "$one" = "v1,$expected" ] && { echo "from Cyclewright"; exit 0; }
done
echo "not from Cyclewright"
exit 1
