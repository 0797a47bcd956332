package reports

import "verbindend/session"

// words shows each value with the words it came from, what was not on the ballot after the rest.
func (b outliner) words() []Block {
	intro := b.t.wordsIntro
	if b.sum.Forgot {
		intro = b.t.forgot
	}
	blocks := []Block{Heading{b.t.words, intro}}
	if len(b.sum.Clusters) == 0 {
		return []Block{Heading{b.t.words, b.t.noCards}}
	}
	most := 1
	for _, c := range b.sum.Clusters {
		most = max(most, c.Cards)
	}
	var parked []Block
	left, leftCards := 0, 0
	for i, c := range b.sum.Clusters {
		switch {
		case i >= b.most(len(b.sum.Clusters), maxClusters):
			left++
			leftCards += c.Cards
		case c.Parked:
			parked = append(parked, b.cluster(c, most))
		default:
			blocks = append(blocks, b.cluster(c, most))
		}
	}
	if len(parked) > 0 {
		blocks = append(blocks, Label{b.t.parked}, Paragraph{b.t.parkedIntro, true})
		blocks = append(blocks, parked...)
	}
	if left > 0 {
		blocks = append(blocks, Paragraph{Text: sentence(b.t.moreClusters, b.t.count(left, b.t.values), b.t.count(leftCards, b.t.cards))})
	}
	return blocks
}

func (b outliner) cluster(c session.ClusterSummary, most int) Block {
	block := Cluster{
		Name: b.name(c.Name), Cards: c.Cards, Share: float64(c.Cards) / float64(most),
		Label: b.t.count(c.Cards, b.t.cards), Continued: b.t.continued,
	}
	block.Words = b.wordings(c, maxWordings)
	return block
}

// wordings lists the words of a value, each with how many cards they stood on; on paper at most so many.
func (b outliner) wordings(c session.ClusterSummary, limit int) (list []string) {
	for i, w := range c.Words {
		if i == b.most(len(c.Words), limit) {
			return append(list, sentence(b.t.moreWords, b.t.count(len(c.Words)-i, b.t.wordings)))
		}
		// The no-break space keeps the count beside its words.
		word := b.name(b.text(w.Text, maxWording)) + "\u00a0" + b.t.number(w.Count) + "×"
		if w.Paper > 0 {
			word += " " + sentence(b.t.wordPaper, b.t.number(w.Paper))
		}
		list = append(list, word)
	}
	return list
}
