# Annexes on posts: requirements with their fill, who carries them, further asks, staffing, support posts.
requirements = Statement of requirements with fill
requirements-of = Option { $letter }: what is needed and what fills it
requirements-note =
    Shares of post-weeks through the whole presence; * marks a critical role. Line by line, with each rotation:
    workbook, sheet Requirements.
column-role-site = Role and site
column-peak = Posts at peak
column-from = From
column-to = To
column-arrived = Arrived
column-confirmed = Confirmed
column-pledged = Pledged
column-indicated = Indicated
column-open = Open
column-why = Why open
more-reasons = <small>{ $count ->
    [one] ; { $count } more reason
   *[other] ; { $count } more reasons
}</small>
burden = Sharing the burden
burden-caption = Who carries the posts
column-party = Type of party
column-used = Of its offers used
column-carries = Carries
column-brings = Brings
column-lost = Lost without it
burden-note =
    Carries: share of the post-weeks filled. Brings: what it adds on average to any set of the others, as a share of
    what all can fill, critical roles weighing more; it is each one's share if burdens were in proportion to offers.
    Lost: what nobody else could fill.
burden-none = Nobody offers anything that counts.
asks = Further asks
asks-caption = Further asks, those that close most first
column-people = People
column-role = Role
column-site = Site
column-closed = Post-weeks closed
column-critical = Critical
staffing = Staffing over time
tail = Support posts beside published missions
tail-caption = Foreign posts at the peak, by kind
column-trainers = Trainers
column-advisers = Advisers
column-command = Command
column-tail = Support
column-in-all = In all
column-per-trainer = In all per trainer or adviser
column-beside = Beside published
published =
    { $title }: { $range } { $figure }. Support posts follow from the support rules; no total was entered. Posts hired in
    the country are not counted.
published-none = No published figure of comparable missions is in the mission's pack.
beside-none = no figure
beside-within = within the published range
beside-below = below the published range
beside-above = above the published range
