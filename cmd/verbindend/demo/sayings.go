package demo

import "verbindend/session"

// What else the group says. Nobody of them exists.

var comingWords = []session.Words{
	{NL: "benieuwd", EN: "curious"}, {NL: "zin in", EN: "looking forward"}, {NL: "nuchter", EN: "down to earth"}, {NL: "hoopvol", EN: "hopeful"},
	{NL: "Benieuwd", EN: "Curious"}, {NL: "beetje moe", EN: "a bit tired"}, {NL: "rustig", EN: "calm"}, {NL: "drukke week", EN: "a busy week"},
	{NL: "kat uit de boom", EN: "wait and see"}, {NL: "nieuwsgierig", EN: "interested"}, {NL: "energiek", EN: "full of energy"}, {NL: "ontspannen", EN: "relaxed"},
}

var leavingWords = []session.Words{
	{NL: "aan de slag", EN: "ready to start"}, {NL: "gehoord", EN: "heard"}, {NL: "energie", EN: "energy"}, {NL: "opgelucht", EN: "relieved"},
	{NL: "Aan de slag", EN: "Ready to start"}, {NL: "verbonden", EN: "connected"}, {NL: "trots", EN: "proud"}, {NL: "goat heanig an", EN: "goat heanig an"},
	{NL: "stof tot nadenken", EN: "food for thought"}, {NL: "dankbaar", EN: "grateful"}, {NL: "moe maar blij", EN: "tired but glad"}, {NL: "verrast", EN: "surprised"},
}

var stories = []session.Words{
	{
		NL: "De stroom viel uit, en de hele ploeg bleef tot de laatste pallet op de vrachtwagen stond. Niemand vroeg naar overuren.",
		EN: "The power failed, and the whole shift stayed until the last pallet was on the lorry. Nobody asked about overtime.",
	},
	{
		NL: "Een collega was lang ziek. Elke vrijdag reed er iemand met soep naar hem toe. Er was geen rooster voor nodig.",
		EN: "A colleague was ill for a long time. Every Friday somebody brought him soup. It took no roster.",
	},
	{
		NL: "De leerling deed het gesprek met de klant. Ik hield mijn mond, en het werd een order.",
		EN: "The apprentice talked to the customer. I kept quiet, and it became an order.",
	},
	{
		NL: "We zeiden hardop dat de nieuwe planning niet werkte. Een week later was het opgelost.",
		EN: "We said aloud that the new schedule did not work. A week later it was solved.",
	},
	{
		NL: "Na de brand bij de buren draaide hun werk drie weken bij ons mee.",
		EN: "After the fire next door, our neighbours ran their production in our hall for three weeks.",
	},
}

// declined is what somebody proposes and the host leaves: it is there already, in other words.
var declined = session.Words{NL: "Goed voor elkaar zorgen", EN: "Taking care of each other"}

// changes and concerns are what people say who do not simply agree.
var (
	changes = []session.Words{
		{NL: "Mag het een woord korter?", EN: "Could it be a word shorter?"},
		{NL: "Zet het voorbeeld van de ploeg vooraan", EN: "Put the example of the shift first"},
		{NL: "Liever “ik” dan “wij” in de zin", EN: "“I” rather than “we” in the sentence"},
	}
	concerns = []session.Words{
		{NL: "Lukt dit ook in een drukke week?", EN: "Will this hold in a busy week?"},
		{NL: "De nachtploeg ziet de leiding nooit", EN: "The night shift never sees the managers"},
	}
)

// A plan is a step for the organisation, done in so many days.
type plan struct {
	what, first, owner, measure, obstacle session.Words
	days                                  int
	benefits                              session.Benefit
}

var plans = []plan{
	{
		what:  session.Words{NL: "Elke maandag een rondje van tien minuten in de hal", EN: "Ten minutes round the hall every Monday"},
		first: session.Words{NL: "Volgende week maandag beginnen", EN: "Begin next Monday"}, owner: session.Words{NL: "Ploegleider", EN: "Shift leader"},
		measure:  session.Words{NL: "Na een maand vragen we de ploeg of het helpt", EN: "After a month we ask the shift whether it helps"},
		obstacle: session.Words{NL: "Drukte aan het begin van de week", EN: "The rush at the start of the week"}, days: 14, benefits: session.ForPeople,
	},
	{
		what:  session.Words{NL: "De ploegen maken zelf hun rooster", EN: "The shifts make their own roster"},
		first: session.Words{NL: "Eén ploeg begint als proef", EN: "One shift begins as a trial"}, owner: session.Words{NL: "Productieleider", EN: "Production manager"},
		measure: session.Words{NL: "Minder ruilen op het bord", EN: "Less swapping on the board"}, days: 60, benefits: session.ForOrganisation,
		obstacle: session.Words{NL: "Vakanties in de zomer", EN: "Summer holidays"},
	},
	{
		what:  session.Words{NL: "Elke vakman neemt een leerling mee", EN: "Every craftsman takes an apprentice along"},
		first: session.Words{NL: "Bellen met de school om de hoek", EN: "Ring the school round the corner"}, owner: session.Words{NL: "HR", EN: "HR"},
		measure: session.Words{NL: "In september loopt de eerste groep mee", EN: "The first group is here in September"}, days: 120, benefits: session.ForSociety,
	},
	{
		what:  session.Words{NL: "Slecht nieuws delen we dezelfde dag", EN: "We share bad news the same day"},
		first: session.Words{NL: "De afspraak komt op het bord in de hal", EN: "It goes onto the board in the hall"}, owner: session.Words{NL: "Directie", EN: "Board"},
		days: 7, benefits: session.ForPeople,
	},
	{
		what:  session.Words{NL: "Eens per kwartaal bespreken we een fout zonder schuldige", EN: "Once a quarter we discuss a mistake, without blame"},
		first: session.Words{NL: "De directie begint met een eigen fout", EN: "The board begins with one of its own"}, owner: session.Words{NL: "Kwaliteit", EN: "Quality"},
		measure: session.Words{NL: "Er worden meer fouten gemeld", EN: "More mistakes are reported"}, days: 75, benefits: session.ForOrganisation,
	},
	{
		what:  session.Words{NL: "De maandcijfers hangen in de kantine, met uitleg", EN: "The monthly figures hang in the canteen, explained"},
		owner: session.Words{NL: "Financiën", EN: "Finance"}, days: 30, benefits: session.ForOrganisation,
	},
	{
		what:  session.Words{NL: "Buurbedrijven ruilen een dag per jaar van werkplek", EN: "Neighbouring companies swap places one day a year"},
		first: session.Words{NL: "Twee buren vragen", EN: "Ask two neighbours"}, owner: session.Words{NL: "Ondernemersvereniging", EN: "Business association"},
		days: 150, benefits: session.ForSociety,
	},
	{
		what:  session.Words{NL: "Elk jaargesprek begint met: hoe gaat het met je?", EN: "Every yearly talk begins with: how are you?"},
		owner: session.Words{NL: "HR", EN: "HR"}, measure: session.Words{NL: "Nieuwe vragenlijst ligt er", EN: "The new questions are there"}, days: 45, benefits: session.ForPeople,
	},
}

// An intent is a personal step that is shared.
type intent struct {
	when, then session.Words
	horizon    session.Horizon
}

var intents = []intent{
	{session.Words{NL: "ik maandag de hal in loop", EN: "I walk into the hall on Monday"}, session.Words{NL: "groet ik iedereen voordat ik mijn mail open", EN: "I greet everybody before I open my mail"}, session.InAWeek},
	{session.Words{NL: "ik het zelf wil oplossen", EN: "I want to solve it myself"}, session.Words{NL: "vraag ik eerst: hoe zou jij het doen?", EN: "I first ask: how would you do it?"}, session.InAMonth},
	{session.Words{NL: "iemand een fout meldt", EN: "somebody reports a mistake"}, session.Words{NL: "zeg ik eerst dank je wel", EN: "I say thank you first"}, session.InAWeek},
	{session.Words{NL: "een overleg uitloopt", EN: "a meeting runs late"}, session.Words{NL: "vraag ik wie er nog niets heeft gezegd", EN: "I ask who has not spoken yet"}, session.InAMonth},
	{session.Words{NL: "ik het ergens niet mee eens ben", EN: "I do not agree"}, session.Words{NL: "zeg ik het in het overleg, en niet erna", EN: "I say so in the meeting, not after it"}, session.InAMonth},
	{session.Words{NL: "een order is gelukt", EN: "an order went well"}, session.Words{NL: "vertel ik in de kantine wie het deed", EN: "I tell the canteen who did it"}, session.InThreeMonths},
}
