package reports

import "strings"

// wrap breaks text into lines no wider than w millimetres: at spaces, or inside a word that is wider than a line.
func (s style) wrap(text string, w float64) []string {
	var lines []string
	now, nowWidth := "", 0.0
	space := s.widthOf(" ")
	for _, word := range strings.Split(text, " ") {
		wordWidth := s.widthOf(word)
		if now != "" && nowWidth+space+wordWidth <= w {
			now, nowWidth = now+" "+word, nowWidth+space+wordWidth
			continue
		}
		if now != "" {
			lines = append(lines, now)
		}
		for wordWidth > w {
			head := s.head(word, w)
			lines = append(lines, head)
			word = word[len(head):]
			wordWidth = s.widthOf(word)
		}
		now, nowWidth = word, wordWidth
	}
	return append(lines, now)
}

// head is as much of a word as fits, at least one character; after a hyphen or a slash when there is one in its second half.
func (s style) head(word string, w float64) string {
	end, good, sum := 0, 0, 0.0
	for i, r := range word {
		next := i + len(string(r))
		sum += s.widthOf(string(r))
		if sum > w && i > 0 {
			break
		}
		end = next
		if r == '-' || r == '/' || r == '–' {
			good = next
		}
	}
	if good > end/2 {
		end = good
	}
	return word[:end]
}

// balance wraps into as few lines as wrap does, all about equally long: a title does not end in one short word.
func (s style) balance(text string, w float64) []string {
	lines := s.wrap(text, w)
	if len(lines) < 2 {
		return lines
	}
	narrow, wide := w/2, w
	for wide-narrow > .5 {
		if try := (narrow + wide) / 2; len(s.wrap(text, try)) > len(lines) || s.broken(text, try) {
			narrow = try
		} else {
			wide = try
		}
	}
	return s.wrap(text, wide)
}

// ended wraps a text whose last line is no lonely word: then all of them are about equally long.
func (s style) ended(text string, w float64) []string {
	lines := s.wrap(text, w)
	if n := len(lines); n > 1 && s.widthOf(lines[n-1]) < .2*w {
		return s.balance(text, w)
	}
	return lines
}

// broken tells whether a word would be broken at this width.
func (s style) broken(text string, w float64) bool {
	for _, word := range strings.Split(text, " ") {
		if s.widthOf(word) > w {
			return true
		}
	}
	return false
}

// fit keeps at most n lines and ends the last with … when there were more.
func (s style) fit(lines []string, n int, w float64) []string {
	if len(lines) <= n {
		return lines
	}
	lines = append([]string{}, lines[:n]...)
	lines[n-1] = s.shorten(lines[n-1]+"…", w)
	return lines
}

// shorten cuts a text with … so that it fits on one line.
func (s style) shorten(text string, w float64) string {
	if s.widthOf(text) <= w {
		return text
	}
	runes := []rune(strings.TrimSuffix(text, "…"))
	for len(runes) > 1 && s.widthOf(string(runes)+"…") > w {
		runes = runes[:len(runes)-1]
	}
	return strings.TrimRight(string(runes), " ") + "…"
}
