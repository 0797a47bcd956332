package rehearsal

import (
	"strings"

	"verbindend/session"
)

// What players say where the deck has no words for it. All of it is invented.
var (
	reasons = []session.Words{
		{NL: "Dan durf ik meer.", EN: "It makes me dare more."}, {NL: "Het begint bij onszelf.", EN: "It begins with ourselves."},
		{NL: "Dat mis ik soms.", EN: "I miss it sometimes."}, {NL: "Zo blijven mensen.", EN: "That is why people stay."},
	}
	stories = []session.Words{
		{NL: "We liepen vast en iemand zei hardop dat het anders moest. Toen ging het lopen.", EN: "We were stuck and somebody said aloud that it had to change. Then it moved."},
		{NL: "Een nieuwe collega stelde de vraag die niemand stelde.", EN: "A new colleague asked what nobody asked."},
		{NL: "We haalden samen een deadline zonder dat iemand de baas hoefde te spelen.", EN: "We made a deadline together without anybody playing the boss."},
	}
	sentences = []session.Words{
		{NL: "%s merk je aan hoe wij met elkaar praten.", EN: "You notice %s in the way we talk to each other."},
		{NL: "%s is bij ons geen woord maar een gewoonte.", EN: "With us %s is a habit and not a word."},
		{NL: "Wij kiezen voor %s, ook als het druk is.", EN: "We choose %s, also when we are busy."},
		{NL: "%s begint bij wat je zelf doet.", EN: "%s begins with what you do yourself."},
	}
	behaviours = []session.Words{
		{NL: "iemand een vraag stelt voordat hij oordeelt", EN: "somebody asks before they judge"},
		{NL: "we een fout bespreken zonder schuldige te zoeken", EN: "we talk about a mistake without looking for who did it"},
		{NL: "we afspraken nakomen, of op tijd zeggen dat het niet lukt", EN: "we keep agreements, or say in time that we cannot"},
		{NL: "iemand om hulp vraagt en die ook krijgt", EN: "somebody asks for help and gets it"},
		{NL: "we successen van een ander hardop noemen", EN: "we name the success of others aloud"},
	}
	counters = []session.Words{
		{NL: "we praten over mensen in plaats van met hen", EN: "we talk about people instead of with them"},
		{NL: "we besluiten iets waar niemand vanaf weet", EN: "we decide what nobody knows of"},
		{NL: "we zwijgen in de vergadering en klagen op de gang", EN: "we are silent in the meeting and complain in the corridor"},
	}
	changes = []session.Words{
		{NL: "Liever korter.", EN: "Rather shorter."}, {NL: "Ik mis een voorbeeld van elke dag.", EN: "I miss an everyday example."},
		{NL: "Zeg ook wat het ons kost.", EN: "Say what it costs us, too."},
	}
	concerns = []session.Words{
		{NL: "Halen we dit in een drukke week?", EN: "Can we do this in a busy week?"},
		{NL: "Dit geldt nu nog niet voor iedereen.", EN: "This is not so for everybody yet."},
	}
	steps = []session.Words{
		{NL: "Elk overleg begint met een goed voorbeeld", EN: "Each meeting begins with a good example"},
		{NL: "Nieuwe collega's krijgen een maatje", EN: "New colleagues get a buddy"},
		{NL: "We maken besluiten en redenen zichtbaar", EN: "We show decisions and their reasons"},
		{NL: "Een uur per maand om van fouten te leren", EN: "An hour a month to learn from mistakes"},
	}
	firsts = []session.Words{
		{NL: "Op de agenda van maandag zetten", EN: "Put it on Monday's agenda"}, {NL: "Twee teams vragen om te beginnen", EN: "Ask two teams to begin"},
	}
	owners = []session.Words{{NL: "teamleiders", EN: "team leads"}, {NL: "HR", EN: "HR"}, {NL: "directie", EN: "the board"}}
	whens  = []session.Words{
		{NL: "ik merk dat ik ga sturen", EN: "I notice that I take over"}, {NL: "een overleg begint", EN: "a meeting begins"},
		{NL: "iemand een fout vertelt", EN: "somebody tells of a mistake"},
	}
	thens = []session.Words{
		{NL: "stel ik eerst een vraag", EN: "I ask a question first"}, {NL: "vraag ik wat er goed ging", EN: "I ask what went well"},
		{NL: "zeg ik dank je wel", EN: "I say thank you"},
	}
)

func (p *player) say(among []session.Words) string {
	return among[p.chance.IntN(len(among))].In(p.lang)
}

// answers fills a form in. To final texts most agree; who does not says why.
func (p *player) answers(form session.Form) session.Sheet {
	sheet := p.crowd.Fill(p.chance, form)
	for _, q := range form.Questions {
		value, of, _ := strings.Cut(q.Key, "/")
		switch of {
		case "consent":
			answer := session.Agrees
			if n := p.chance.IntN(20); n > 18 {
				answer = session.HasConcerns
			} else if n > 14 {
				answer = session.AgreesIf
			}
			sheet.Numbers[q.Key] = answer
		case "why":
			delete(sheet.Texts, q.Key)
			switch sheet.Numbers[value+"/consent"] {
			case session.AgreesIf:
				sheet.Texts[q.Key] = p.say(changes)
			case session.HasConcerns:
				sheet.Texts[q.Key] = p.say(concerns)
			}
		}
	}
	return sheet
}
