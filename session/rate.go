package session

// ratingForm asks of each chosen value how important it is and how present today, 1–10, "I do not know" allowed. The gap is the
// mean of the differences per person: importance − presence.
func (s *Session) ratingForm() (Form, error) {
	var f Form
	if p := s.basis(); p != nil {
		for _, o := range p.result().Chosen() {
			presence, importance := o.ID+"/presence", o.ID+"/importance"
			f.Questions = append(f.Questions,
				Question{Key: importance, Label: o.Name, Min: 1, Max: 10, Unsure: true},
				Question{Key: presence, Label: o.Name, Min: 1, Max: 10, Unsure: true})
			f.Pairs = append(f.Pairs, KeyPair{From: presence, To: importance})
		}
	}
	if len(f.Questions) == 0 {
		return Form{}, refuse(Closed, "activity", NothingToRate)
	}
	return f, nil
}
