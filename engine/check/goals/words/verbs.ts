// English verbs that titles of goals begin with, in their base form.

/** They name what is done and not what comes of it: "accomplishment or activity?" */
export const activityVerbs: readonly string[] =
  `administer advise aim analyse analyze assist attempt attend brainstorm collaborate communicate conduct consider
  continue cooperate coordinate discuss encourage endeavour endeavor engage explore facilitate focus follow foster
  handle help investigate learn liaise maintain manage meet monitor observe organise organize oversee participate
  perform practise practice promote pursue research review seek serve strive study support take try understand
  undertake work`.split(/\s+/);

/** They name a change that can be seen afterwards. */
export const outcomeVerbs: readonly string[] =
  `abolish accelerate accept achieve acquire add adopt allocate answer anticipate approve arrange assess assign
  automate avert award balance ban begin bind boost bring broaden build buy capture centralise centralize certify
  change clarify clean clear close collect combine commission complete comply compress connect consolidate construct
  contain contract convert correct cover create cross curb cut decide decrease dedicate defend define deliver deploy
  deepen design detect determine develop diversify divert document double drive drop earn educate eliminate embed
  employ enable end enforce enhance enlarge enrol enroll ensure enter equip establish exceed execute expand expedite
  extend file fill finalise finalize finance find finish fix form free fulfil fulfill fund gain generate get give
  graduate grant grow guarantee halve harden heal hire hold host house identify implement improve include increase
  inform inspect install integrate introduce invest invite issue join keep launch lead leave lengthen lessen lift
  limit link list locate lower make map mark match maximise maximize measure merge migrate minimise minimize mitigate
  modernise modernize move multiply name negotiate obtain offer offset open operate optimise optimize outsource own
  pass pay phase place plan plant post prepare preserve prevent process procure produce promise protect prove provide
  publish purchase put qualify quantify quicken raise reach read rebuild receive recognise recognize record recover
  recruit recycle redesign redirect reduce refine reform refurbish refuse register reject relaunch release relieve
  relocate remove renew renovate reopen repair repay replace reply report rescue resolve respond restore restrict
  retain retire retrain return reuse reverse revise rewrite roll run safeguard satisfy save scale schedule secure
  select sell send separate set settle shape share shield shift ship shorten show shrink sign simplify solve speed
  spend spread stabilise stabilize staff standardise standardize start stay stop store streamline strengthen submit
  substitute supply surpass sustain switch tackle target teach terminate test tighten trace track trade train
  transfer transform translate treat triple trim turn unify update upgrade use vacate validate verify visit waive
  widen win withdraw write`.split(/\s+/);
