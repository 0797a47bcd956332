package session

// countScores adds up ballots that give each option a score, and ranks the options by their means. An option without a score was
// given no opinion: it does not count as a low one.
func (p *poll) countScores(options []OptionResult) []int {
	c := &scoreCounter{ballots: matrix(p.frozen.Options, p.cast()), sums: make([]int, len(options)), given: make([]int, len(options))}
	for i := range options {
		options[i].Counts = make([]int, BestScore)
	}
	for i, row := range c.ballots {
		c.add(i)
		for j, score := range row {
			if score > 0 {
				options[j].Counts[score-1]++
			}
		}
	}
	for j := range options {
		options[j].Voters = c.given[j]
		options[j].Mean = rounded(c.mean(j))
	}
	return c.ranks()
}

// scoreCounter adds up scores.
type scoreCounter struct {
	ballots [][]int
	sums    []int
	given   []int // people who gave a score
}

func (c *scoreCounter) clear() { clear(c.sums); clear(c.given) }

func (c *scoreCounter) add(ballot int) {
	for j, score := range c.ballots[ballot] {
		if score > 0 {
			c.sums[j] += score
			c.given[j]++
		}
	}
}

// mean is 0 without scores. Equal fractions give equal numbers, because a division is rounded once.
func (c *scoreCounter) mean(j int) float64 {
	if c.given[j] == 0 {
		return 0
	}
	return float64(c.sums[j]) / float64(c.given[j])
}

func (c *scoreCounter) ranks() []int {
	means := make([]float64, len(c.sums))
	for j := range means {
		means[j] = c.mean(j)
	}
	return CompetitionRanks(means)
}

func (c *scoreCounter) chosen(j int) bool { return c.given[j] > 0 }

// supporters is how many people are for an option: all who gave it a dot, or a score of SupportScore and more.
func (o OptionResult) supporters(m Method) int {
	if m != ByScore {
		return o.Voters
	}
	n := 0
	for _, people := range o.Counts[SupportScore-1:] {
		n += people
	}
	return n
}
