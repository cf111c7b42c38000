"""Results of students: exams and statistics, for programs and to print."""
